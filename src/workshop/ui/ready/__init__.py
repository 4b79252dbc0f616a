"""Before the lesson: the checklist, the room check, and the way into the lesson past both."""
