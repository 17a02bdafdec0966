"""Whether the studio model is good: a judge, measures with known answers, and painters that know nothing."""
