"""A minimal Streamlit page with the overview's table and a target's chart; run by the rivals' own Python."""

import os

import pandas as pd
import plotly.express as px
import streamlit as st

folder = os.environ["RIVAL_DATA"]
st.title("Are the promises kept?")
st.plotly_chart(px.line(pd.read_csv(f"{folder}/series.csv"), x="period_end", y="value"))
st.dataframe(pd.read_csv(f"{folder}/table.csv"))
