"""Charts: pure functions of frames that return figures for plotly.js. They know no Dash, database or clock."""
