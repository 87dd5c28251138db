"""Coaching: what a coach and a client agree on, the coach's desk, and what a group of clients shows together."""
