"""Solves one dense assignment with scipy's linear_sum_assignment, once per line read from standard input, so that runs can be interleaved.

The file holds rows, columns and then the costs row by row as little-endian 32-bit integers. Prints "<CPU milliseconds> <objective>" per run.
"""
import sys
import time

import numpy
from scipy.optimize import linear_sum_assignment

data = numpy.fromfile(sys.argv[1], dtype="<i4")
matrix = data[2:].reshape(int(data[0]), int(data[1])).astype(numpy.float64)
print("ready", flush=True)
for _ in sys.stdin:
    begin = time.process_time()
    rows, columns = linear_sum_assignment(matrix)
    spent = 1000 * (time.process_time() - begin)
    print(f"{spent} {int(matrix[rows, columns].sum())}", flush=True)
