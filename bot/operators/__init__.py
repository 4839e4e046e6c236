"""What operators and reviewers see."""
