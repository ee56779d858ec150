"""What makes and checks the data of the topic lexicon."""
