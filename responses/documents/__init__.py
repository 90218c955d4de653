"""A response as a document to keep: made of its Record, stored at publication, found again."""
