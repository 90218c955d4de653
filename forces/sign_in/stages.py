from allauth.mfa.stages import AuthenticateStage

from . import second_factor


class SecondFactorStage(AuthenticateStage):
    """The second step; whoever comes from a provider that asked for it already passes by."""

    def _should_handle(self, request):
        if second_factor.came_by_provider_that_asks(request, self.login.user):
            return False
        return super()._should_handle(request)
