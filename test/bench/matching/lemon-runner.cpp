// Solves one DIMACS minimum-cost-flow file with LEMON's NetworkSimplex, once for every line read from standard input, so that runs can be
// interleaved with other solvers in the same minute. Prints "<CPU milliseconds> <objective>" per run; reading the file is not counted. The second argument
// is how many seconds of CPU time the first run may take; after that the system ends the process (SIGXCPU, not the SIGKILL of the hard limit).
#include <sys/resource.h>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <lemon/dimacs.h>
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  using namespace lemon;
  typedef SmartDigraph Graph;
  Graph graph;
  Graph::ArcMap<long long> lower(graph), upper(graph), cost(graph);
  Graph::NodeMap<long long> supply(graph);
  std::ifstream file(argv[1]);
  readDimacsMin(file, graph, lower, upper, cost, supply);
  std::cout << "ready" << std::endl;
  rlim_t limit = std::clock() / CLOCKS_PER_SEC + std::atol(argv[2]);
  rlimit seconds = {limit, limit + 5};
  setrlimit(RLIMIT_CPU, &seconds);
  std::string line;
  while (std::getline(std::cin, line)) {
    std::clock_t begin = std::clock();
    NetworkSimplex<Graph, long long> solver(graph);
    solver.lowerMap(lower).upperMap(upper).costMap(cost).supplyMap(supply);
    bool solved = solver.run() == NetworkSimplex<Graph, long long>::OPTIMAL;
    double spent = 1000.0 * (std::clock() - begin) / CLOCKS_PER_SEC;
    if (solved) std::cout << spent << " " << solver.totalCost<long long>() << std::endl;
    else std::cout << spent << " infeasible" << std::endl;
  }
}
