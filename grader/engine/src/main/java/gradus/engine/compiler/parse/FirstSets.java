package gradus.engine.compiler.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** For every rule, the tokens it can begin with. No rule of the grammar can be empty. */
final class FirstSets {
  private final Map<NodeType, Automaton> automata;
  private final Map<Integer, Set<Integer>> known = new HashMap<>();

  FirstSets(Map<NodeType, Automaton> automata) {
    this.automata = automata;
  }

  /** The tokens a label can begin with: a token's own, or a rule's. */
  Set<Integer> of(int label) {
    if (label >= NodeType.count() || !NodeType.ofLabel(label).isRule()) {
      return Set.of(label);
    }
    Set<Integer> found = known.get(label);
    if (found == null) {
      found = new TreeSet<>();
      Automaton automaton = automata.get(NodeType.ofLabel(label));
      if (automaton == null) {
        throw new IllegalStateException("no rule for " + NodeType.ofLabel(label));
      }
      for (int first : automaton.state(0).arcs.keySet()) {
        found.addAll(of(first));
      }
      known.put(label, found);
    }
    return found;
  }
}
