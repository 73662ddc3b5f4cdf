"""The custody page: the log as people read it, its witnessed states, and a receipt to send oneself."""
