"""Short English labels and topics, put together from what is known of the words."""
