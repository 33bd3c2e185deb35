package io.sallyport.diagrams.proof;

import java.util.BitSet;
import java.util.Optional;

/**
 * One step of the token game: what must hold a token, what is cleared, what gets one, and which
 * frame may thereby have ended.
 */
record Move(
    String label,
    BitSet needs,
    boolean needsAll,
    BitSet clears,
    BitSet puts,
    Optional<Frame> ends) {

  /** A token leaves a place for others. */
  static Move step(String label, BitSet from, BitSet to) {
    return new Move(label, from, true, from, to, Optional.empty());
  }

  /** A token ends here; perhaps it was the last of its frame. */
  static Move end(String label, BitSet from, Frame frame) {
    return new Move(label, from, true, from, new BitSet(), Optional.of(frame));
  }

  /** Something happens while any token is inside: all inside stops, and it goes on elsewhere. */
  static Move interruption(String label, BitSet inside, BitSet to) {
    return new Move(label, inside, false, inside, to, Optional.empty());
  }

  boolean isOpen(BitSet state) {
    if (!needsAll) return state.intersects(needs);
    BitSet missing = copy(needs);
    missing.andNot(state);
    return missing.isEmpty() && !needs.isEmpty();
  }

  /** Does this move put a token where there is one already? */
  boolean doubles(BitSet state) {
    return cleared(state).intersects(arriving(state));
  }

  BitSet fire(BitSet state) {
    BitSet next = cleared(state);
    next.or(arriving(state));
    return next;
  }

  private BitSet cleared(BitSet state) {
    BitSet next = copy(state);
    next.andNot(clears);
    return next;
  }

  /** The tokens put, and the one of each host whose inside has just become empty. */
  private BitSet arriving(BitSet state) {
    BitSet rest = cleared(state);
    BitSet arriving = copy(puts);
    Optional<Frame> ended = ends;
    while (ended.isPresent() && !rest.intersects(ended.get().members())) {
      arriving.or(ended.get().exit());
      ended = ended.get().endsWith();
    }
    return arriving;
  }

  private static BitSet copy(BitSet bits) {
    return (BitSet) bits.clone();
  }
}
