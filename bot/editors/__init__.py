"""Tools with which editors see and change the content: preview, graph, differences, new entries."""
