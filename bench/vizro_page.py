"""A minimal Vizro page with the overview's table and a target's chart; run by the rivals' own Python."""

import os

import pandas as pd
import vizro.models as vm
import vizro.plotly.express as px
from vizro import Vizro
from vizro.tables import dash_ag_grid

folder = os.environ["RIVAL_DATA"]
chart = px.line(pd.read_csv(f"{folder}/series.csv"), x="period_end", y="value")
table = dash_ag_grid(data_frame=pd.read_csv(f"{folder}/table.csv"))
page = vm.Page(title="Are the promises kept?", components=[vm.Graph(figure=chart), vm.Table(figure=table)])
Vizro().build(vm.Dashboard(pages=[page])).run(port=int(os.environ["RIVAL_PORT"]))
