"""Paper and files made of a lesson."""
