"""By what an interview is recognised: one module for each kind of sign."""
