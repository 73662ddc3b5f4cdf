"""Readers of what phones, apps, wallets and mailboxes export: one small module for each format, one visible list."""
