"""Frames into workbooks: the report of all targets and the download of one."""

from etl.report.comparison import write_comparison
from etl.report.documents import write_documents
from etl.report.frames import ReportFrames, read_frames, read_target_frames
from etl.report.workbook import write_lists, write_report, write_target

__all__ = [
    "ReportFrames",
    "read_frames",
    "read_target_frames",
    "write_comparison",
    "write_documents",
    "write_lists",
    "write_report",
    "write_target",
]
