package io.sallyport.jobs.scan;

import io.sallyport.jobs.scan.PickleValue.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A pickle run symbolically, nothing is made and nothing is called: one PROTO first, one STOP last,
 * no byte after it, only opcodes and names of the allow-list, and each used as clean pickles use
 * it.
 */
final class Pickle {

  private static final int STEPS_MAX = 50_000_000;
  private static final String TOPIC = "pickle";

  private final PickleCursor cursor;
  private final PickleGlobals globals;
  private final PickleStack stack = new PickleStack();
  private final Map<String, Long> storages = new HashMap<>();

  private Pickle(byte[] content, PickleGlobals globals) {
    this.cursor = new PickleCursor(content);
    this.globals = globals;
  }

  /**
   * Reads it to its last byte; the answer are the torch storages that it names, with their bytes.
   */
  static Map<String, Long> read(byte[] content, PickleGlobals globals) throws NotUnderstood {
    Pickle pickle = new Pickle(content, globals);
    pickle.run();
    return pickle.storages;
  }

  private void run() throws NotUnderstood {
    if (opcode() != PickleOpcode.PROTO) {
      throw refused("no PROTO first", "PROTO first");
    }
    long protocol = cursor.number(1);
    if (protocol < 2 || protocol > 5) {
      throw refused("protocol " + protocol, "protocols 2 to 5");
    }
    int begin = cursor.place();
    PickleOpcode opcode = opcode();
    for (int step = 0; opcode != PickleOpcode.STOP; opcode = opcode()) {
      if (++step > STEPS_MAX) {
        throw refused("too many opcodes", STEPS_MAX + " opcodes");
      }
      step(opcode);
      cursor.endOfOpcode(begin);
      begin = cursor.place();
    }
    stack.pop();
    if (!stack.isEmpty()) {
      throw refused("more than one value at the end", "one value");
    }
    if (!cursor.atEnd()) {
      throw refused("bytes after STOP", "nothing after STOP");
    }
  }

  private PickleOpcode opcode() throws NotUnderstood {
    int place = cursor.place();
    int code = cursor.code();
    PickleOpcode opcode = PickleOpcode.of(code).orElse(null);
    if (opcode == null || (opcode.onlyInTorch() && !globals.torch())) {
      throw new NotUnderstood(
          TOPIC, "opcode 0x%02x at byte %d".formatted(code, place), "opcodes of clean pickles");
    }
    return opcode;
  }

  private void step(PickleOpcode opcode) throws NotUnderstood {
    switch (opcode) {
      case PROTO -> throw refused("a second PROTO", "one");
      case STOP -> throw new IllegalStateException("handled by the loop");
      case FRAME -> cursor.frame(cursor.number(8));
      case MARK -> stack.push(PickleValue.of(Kind.MARK));
      case NONE, NEWTRUE, NEWFALSE -> stack.push(PickleValue.of(Kind.DATA));
      case BININT, BININT1, BININT2, LONG1, BINFLOAT -> number(opcode);
      case SHORT_BINUNICODE, BINUNICODE ->
          stack.push(PickleValue.of(Kind.TEXT, PickleCursor.text(counted(opcode))));
      case SHORT_BINBYTES, BINBYTES -> {
        counted(opcode);
        stack.push(PickleValue.of(Kind.DATA));
      }
      case BINGET, LONG_BINGET -> stack.recall(fixed(opcode));
      case MEMOIZE -> stack.remember();
      case BINPUT, LONG_BINPUT -> stack.rememberAt(fixed(opcode));
      case BINPERSID -> storage(stack.pop(Kind.TUPLE).parts());
      case GLOBAL -> global(cursor.line() + "." + cursor.line());
      case STACK_GLOBAL -> {
        String name = stack.pop(Kind.TEXT).text();
        global(stack.pop(Kind.TEXT).text() + "." + name);
      }
      case NEWOBJ, REDUCE, BUILD -> call(opcode);
      case EMPTY_LIST, EMPTY_TUPLE, EMPTY_DICT, APPEND, APPENDS, SETITEMS -> collect(opcode);
      case TUPLE, TUPLE1, TUPLE2, TUPLE3 -> tuple(opcode);
    }
  }

  private void number(PickleOpcode opcode) throws NotUnderstood {
    if (opcode == PickleOpcode.LONG1) {
      counted(opcode);
      stack.push(PickleValue.of(Kind.DATA));
    } else {
      stack.push(PickleValue.of(Kind.NUMBER, Long.toString(fixed(opcode))));
    }
  }

  private long fixed(PickleOpcode opcode) throws NotUnderstood {
    return cursor.number(
        switch (opcode.argument()) {
          case BYTES_1 -> 1;
          case BYTES_2 -> 2;
          case BYTES_4 -> 4;
          case BYTES_8 -> 8;
          case NONE, COUNTED_1, COUNTED_4, TWO_LINES -> throw new IllegalStateException();
        });
  }

  private byte[] counted(PickleOpcode opcode) throws NotUnderstood {
    int width = opcode.argument() == PickleOpcode.Argument.COUNTED_1 ? 1 : 4;
    return cursor.bytes(cursor.number(width));
  }

  private void global(String name) throws NotUnderstood {
    if (!globals.knows(name)) {
      throw refused("the name " + name, "names of the allow-list");
    }
    stack.push(PickleValue.of(Kind.GLOBAL, name));
  }

  private void call(PickleOpcode opcode) throws NotUnderstood {
    if (opcode == PickleOpcode.BUILD) {
      stack.pop(Kind.DICT, Kind.TUPLE);
      stack.peek(Kind.OBJECT);
      return;
    }
    stack.pop(Kind.TUPLE);
    String name = stack.pop(Kind.GLOBAL).text();
    boolean allowed =
        opcode == PickleOpcode.REDUCE
            ? globals.called().contains(name)
            : globals.made().contains(name);
    if (!allowed) {
      throw refused("%s of %s".formatted(opcode, name), "calls of the allow-list");
    }
    stack.push(PickleValue.of(Kind.OBJECT, name));
  }

  private void collect(PickleOpcode opcode) throws NotUnderstood {
    switch (opcode) {
      case EMPTY_LIST -> stack.push(PickleValue.of(Kind.LIST));
      case EMPTY_TUPLE -> stack.push(PickleValue.tuple(List.of()));
      case EMPTY_DICT -> stack.push(PickleValue.of(Kind.DICT));
      case APPEND -> {
        stack.pop();
        stack.peek(Kind.LIST);
      }
      case APPENDS -> {
        stack.popToMark();
        stack.peek(Kind.LIST);
      }
      default -> setItems();
    }
  }

  private void setItems() throws NotUnderstood {
    if (stack.popToMark().size() % 2 != 0) {
      throw refused("a key without a value", "pairs");
    }
    PickleValue target = stack.peek(Kind.DICT, Kind.OBJECT);
    if (target.is(Kind.OBJECT) && !target.text().equals("collections.OrderedDict")) {
      throw refused("items for " + target.text(), "items for a dictionary");
    }
  }

  private void tuple(PickleOpcode opcode) throws NotUnderstood {
    if (opcode == PickleOpcode.TUPLE) {
      stack.push(PickleValue.tuple(stack.popToMark()));
      return;
    }
    PickleValue third = opcode == PickleOpcode.TUPLE3 ? stack.pop() : PickleValue.of(Kind.DATA);
    PickleValue second = opcode == PickleOpcode.TUPLE1 ? third : stack.pop();
    PickleValue first = stack.pop();
    stack.push(
        PickleValue.tuple(
            switch (opcode) {
              case TUPLE1 -> List.of(first);
              case TUPLE2 -> List.of(first, second);
              default -> List.of(first, second, third);
            }));
  }

  /** ('storage', torch.FloatStorage, '0', 'cpu', 12): the only thing a torch archive points at. */
  private void storage(List<PickleValue> parts) throws NotUnderstood {
    boolean known =
        parts.size() == 5
            && parts.get(0).text().equals("storage")
            && parts.get(1).is(Kind.GLOBAL)
            && TorchStorage.GLOBALS.contains(parts.get(1).text())
            && parts.get(2).text().matches("[0-9]{1,9}")
            && parts.get(3).text().equals("cpu")
            && parts.get(4).is(Kind.NUMBER);
    if (!known) {
      throw refused("a persistent id", "storages on the CPU");
    }
    long bytes = TorchStorage.bytesOf(parts.get(1).text(), Long.parseLong(parts.get(4).text()));
    Long before = storages.put(parts.get(2).text(), bytes);
    if (before != null && before != bytes) {
      throw refused("two sizes of storage " + parts.get(2).text(), "one");
    }
    stack.push(PickleValue.of(Kind.STORAGE));
  }

  private NotUnderstood refused(String value, String limit) {
    return new NotUnderstood(TOPIC, "%s before byte %d".formatted(value, cursor.place()), limit);
  }
}
