"""Graphs out of the house, one module per family of formats; same graph, same bytes.

A table for auditors, a Turtle file for a triple store, a GraphML for Gephi: each still shows 市生态环境局牵头 with the
clause that says so.
"""
