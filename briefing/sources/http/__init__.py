"""HTTP with a policy: what may be asked for, who is connected to, how much comes back and how long it may take."""
