"""What comes in put together with what is known: nothing that was entered here is overwritten."""
