"""Presenting: the class's picture on the projector, the facilitator's console on the laptop."""
