"""What came of the recommendations: records, statuses, reports to hand out."""
