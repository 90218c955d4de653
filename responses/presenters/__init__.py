"""What public pages show of Records: pure, ready for their templates."""
