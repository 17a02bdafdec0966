"""What a run tells: on the terminal, in the reports, to Prometheus, and beforehand."""
