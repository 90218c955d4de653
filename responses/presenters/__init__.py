"""What pages show, as words and figures that are ready for their templates."""
