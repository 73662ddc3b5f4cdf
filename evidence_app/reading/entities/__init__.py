"""What a passage names: agents, amounts, numbers, promises, threats; a module each, in order in `finding`."""
