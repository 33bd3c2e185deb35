package io.sallyport.jobs.scan;

import io.sallyport.jobs.scan.PickleValue.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Stack and memo of a pickle, with limits; what is popped must be of the kind that is wanted. */
final class PickleStack {

  private static final int SIZE_MAX = 4_000_000;
  private static final String TOPIC = "pickle";

  private final List<PickleValue> values = new ArrayList<>();
  private final List<PickleValue> memo = new ArrayList<>();

  void push(PickleValue value) throws NotUnderstood {
    if (values.size() >= SIZE_MAX) {
      throw new NotUnderstood(TOPIC, "a stack too high", SIZE_MAX + " values");
    }
    values.add(value);
  }

  PickleValue pop() throws NotUnderstood {
    if (values.isEmpty() || top().is(Kind.MARK)) {
      throw new NotUnderstood(TOPIC, "an empty stack", "a value on the stack");
    }
    return values.remove(values.size() - 1);
  }

  PickleValue pop(Kind... wanted) throws NotUnderstood {
    PickleValue value = pop();
    return expect(value, wanted);
  }

  /** The value on top, which stays there, of one of these kinds. */
  PickleValue peek(Kind... wanted) throws NotUnderstood {
    PickleValue value = pop();
    values.add(value);
    return expect(value, wanted);
  }

  List<PickleValue> popToMark() throws NotUnderstood {
    List<PickleValue> popped = new ArrayList<>();
    while (!values.isEmpty()) {
      PickleValue value = values.remove(values.size() - 1);
      if (value.is(Kind.MARK)) {
        Collections.reverse(popped);
        return popped;
      }
      popped.add(value);
    }
    throw new NotUnderstood(TOPIC, "no mark", "a mark on the stack");
  }

  void remember() throws NotUnderstood {
    if (memo.size() >= SIZE_MAX) {
      throw new NotUnderstood(TOPIC, "a memo too large", SIZE_MAX + " values");
    }
    memo.add(peek(Kind.values()));
  }

  /** Remembers under a stated place, which must be the next one: nothing is replaced. */
  void rememberAt(long place) throws NotUnderstood {
    if (place != memo.size()) {
      throw new NotUnderstood(TOPIC, "memo place " + place, "place " + memo.size());
    }
    remember();
  }

  void recall(long place) throws NotUnderstood {
    if (place >= memo.size()) {
      throw new NotUnderstood(TOPIC, "memo place " + place, "below " + memo.size());
    }
    push(memo.get((int) place));
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  private PickleValue top() {
    return values.get(values.size() - 1);
  }

  private static PickleValue expect(PickleValue value, Kind... wanted) throws NotUnderstood {
    List<Kind> kinds = List.of(wanted);
    if (!kinds.contains(value.kind())) {
      throw new NotUnderstood(
          TOPIC, "%s %s".formatted(value.kind(), value.text()).strip(), "one of " + kinds);
    }
    return value;
  }
}
