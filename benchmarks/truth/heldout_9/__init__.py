"""Another half, drawn by somebody who never saw the reading: many phones, SMS, calls, wallets, named agents."""
