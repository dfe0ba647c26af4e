"""Who there is: finding agencies and walking their tree."""
