"""The only place that queries; a child is fetched through its case and its authority."""
