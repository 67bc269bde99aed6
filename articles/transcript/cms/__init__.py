"""The place of transcripts in the CMS: paste, look at the cuts, make a draft."""
