package gradus.engine.compiler.parse;

import gradus.engine.compiler.parse.RuleParser.Part;
import gradus.engine.compiler.parse.RuleParser.Place;
import gradus.engine.compiler.parse.RuleParser.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The deterministic automaton of one rule, and for each of its states what a token leads to. */
final class Automaton {
  private static final int STUCK = -1;

  private final NodeType rule;
  private final List<State> states = new ArrayList<>();

  private Automaton(NodeType rule) {
    this.rule = rule;
  }

  /** A state: where its labels lead, and whether the rule may end here. */
  static final class State {
    final Map<Integer, Integer> arcs = new LinkedHashMap<>();
    final boolean accepts;

    /** By token label: the next state, and the rule to enter on the way there, if any. */
    private int[] targets = {};

    private NodeType[] entered = {};

    State(boolean accepts) {
      this.accepts = accepts;
    }

    boolean moves(int label) {
      return targets[label] != STUCK;
    }

    int target(int label) {
      return targets[label];
    }

    /** The rule to enter for a token; {@code ERRORTOKEN} if the token itself is taken. */
    NodeType entered(int label) {
      return entered[label];
    }

    boolean onlyAccepts() {
      return accepts && arcs.isEmpty();
    }

    /** Whether this label is the only one that could come here. */
    boolean expectsOnly(int label) {
      return moves(label) && Arrays.stream(targets).filter(t -> t != STUCK).count() == 1;
    }
  }

  static Automaton of(NodeType rule, Part part) {
    Automaton automaton = new Automaton(rule);
    List<Set<Place>> sets = new ArrayList<>();
    sets.add(closure(Set.of(part.in())));
    for (int i = 0; i < sets.size(); i++) {
      State state = new State(sets.get(i).contains(part.out()));
      automaton.states.add(state);
      for (var move : moves(sets.get(i)).entrySet()) {
        Set<Place> target = closure(move.getValue());
        if (!sets.contains(target)) {
          sets.add(target);
        }
        state.arcs.put(move.getKey(), sets.indexOf(target));
      }
    }
    return automaton;
  }

  private static Set<Place> closure(Set<Place> places) {
    List<Place> found = new ArrayList<>(places);
    for (int i = 0; i < found.size(); i++) {
      for (Step step : found.get(i).steps) {
        if (step.label() == RuleParser.FREE && !found.contains(step.target())) {
          found.add(step.target());
        }
      }
    }
    return new LinkedHashSet<>(found);
  }

  private static Map<Integer, Set<Place>> moves(Set<Place> places) {
    Map<Integer, Set<Place>> moves = new LinkedHashMap<>();
    for (Place place : places) {
      for (Step step : place.steps) {
        if (step.label() != RuleParser.FREE) {
          moves.computeIfAbsent(step.label(), l -> new LinkedHashSet<>()).add(step.target());
        }
      }
    }
    return moves;
  }

  NodeType rule() {
    return rule;
  }

  State state(int index) {
    return states.get(index);
  }

  /** Works out for every state and token what to do. */
  void link(FirstSets firsts, int labels) {
    for (State state : states) {
      state.targets = new int[labels];
      state.entered = new NodeType[labels];
      Arrays.fill(state.targets, STUCK);
      Arrays.fill(state.entered, NodeType.ERRORTOKEN);
      state.arcs.forEach((label, target) -> linkArc(state, label, target, firsts));
    }
  }

  private static void linkArc(State state, int label, int target, FirstSets firsts) {
    for (int token : firsts.of(label)) {
      state.targets[token] = target;
      if (token != label) {
        state.entered[token] = NodeType.ofLabel(label);
      }
    }
  }
}
