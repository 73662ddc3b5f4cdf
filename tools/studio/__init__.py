"""Brings the real window into every state that a person can meet, draws it, and judges what a machine can judge."""
