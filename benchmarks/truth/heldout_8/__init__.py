"""Drawn blind: service chats and groups, tickets, carriers' records, pages of banks."""
