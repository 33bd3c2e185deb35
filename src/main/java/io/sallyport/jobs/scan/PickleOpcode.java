package io.sallyport.jobs.scan;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The opcodes of clean pickles, measured on scikit-learn and torch. Any other is refused, above all
 * INST, OBJ, EXT1-4, PERSID, STRING and DUP.
 */
enum PickleOpcode {
  PROTO(0x80, Argument.BYTES_1),
  FRAME(0x95, Argument.BYTES_8),
  STOP('.', Argument.NONE),
  MARK('(', Argument.NONE),
  NONE('N', Argument.NONE),
  NEWTRUE(0x88, Argument.NONE),
  NEWFALSE(0x89, Argument.NONE),
  BININT('J', Argument.BYTES_4),
  BININT1('K', Argument.BYTES_1),
  BININT2('M', Argument.BYTES_2),
  LONG1(0x8a, Argument.COUNTED_1),
  BINFLOAT('G', Argument.BYTES_8),
  SHORT_BINUNICODE(0x8c, Argument.COUNTED_1),
  BINUNICODE('X', Argument.COUNTED_4),
  SHORT_BINBYTES('C', Argument.COUNTED_1),
  BINBYTES('B', Argument.COUNTED_4),
  EMPTY_LIST(']', Argument.NONE),
  EMPTY_TUPLE(')', Argument.NONE),
  EMPTY_DICT('}', Argument.NONE),
  APPEND('a', Argument.NONE),
  APPENDS('e', Argument.NONE),
  SETITEMS('u', Argument.NONE),
  TUPLE('t', Argument.NONE),
  TUPLE1(0x85, Argument.NONE),
  TUPLE2(0x86, Argument.NONE),
  TUPLE3(0x87, Argument.NONE),
  BINGET('h', Argument.BYTES_1),
  LONG_BINGET('j', Argument.BYTES_4),
  MEMOIZE(0x94, Argument.NONE),
  STACK_GLOBAL(0x93, Argument.NONE),
  NEWOBJ(0x81, Argument.NONE),
  REDUCE('R', Argument.NONE),
  BUILD('b', Argument.NONE),
  /** In torch archives only. */
  GLOBAL('c', Argument.TWO_LINES),
  BINPUT('q', Argument.BYTES_1),
  LONG_BINPUT('r', Argument.BYTES_4),
  BINPERSID('Q', Argument.NONE);

  /** What follows the opcode's byte. */
  enum Argument {
    NONE,
    BYTES_1,
    BYTES_2,
    BYTES_4,
    BYTES_8,
    COUNTED_1,
    COUNTED_4,
    TWO_LINES
  }

  private static final Map<Integer, PickleOpcode> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(one -> one.code, Function.identity()));

  private final int code;
  private final Argument argument;

  PickleOpcode(int code, Argument argument) {
    this.code = code;
    this.argument = argument;
  }

  static Optional<PickleOpcode> of(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  Argument argument() {
    return argument;
  }

  boolean onlyInTorch() {
    return compareTo(GLOBAL) >= 0;
  }
}
