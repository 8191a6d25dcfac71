"""Charts: pure functions of frames that return Plotly figures. They know no Dash, database or clock."""
