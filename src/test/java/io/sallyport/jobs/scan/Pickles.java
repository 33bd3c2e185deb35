package io.sallyport.jobs.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Assembles pickles opcode by opcode. */
final class Pickles {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Protocol 4. */
  static Pickles begin() {
    return new Pickles().op(0x80, 4);
  }

  static Pickles empty() {
    return new Pickles();
  }

  Pickles op(int... bytes) {
    for (int one : bytes) {
      out.write(one);
    }
    return this;
  }

  Pickles ascii(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  Pickles text(String text) {
    return op(0x8c, text.length()).ascii(text).op(0x94);
  }

  Pickles bytes(byte[] bytes) {
    op('B');
    for (int shift = 0; shift < 32; shift += 8) {
      op(bytes.length >> shift & 0xff);
    }
    out.writeBytes(bytes);
    return op(0x94);
  }

  Pickles global(String module, String name) {
    return text(module).text(name).op(0x93, 0x94);
  }

  /** GLOBAL, as protocol 2 writes it. */
  Pickles oldGlobal(String module, String name) {
    return ascii("c" + module + "\n" + name + "\n");
  }

  /** A call of module.name with one text. */
  Pickles call(String module, String name, String argument) {
    return global(module, name).text(argument).op(0x85, 'R');
  }

  byte[] end() {
    return op('.').out.toByteArray();
  }

  byte[] bytes() {
    return out.toByteArray();
  }

  /** A dtype as numpy pickles it. */
  Pickles dtype(String code) {
    return global("numpy", "dtype")
        .text(code)
        .op(0x89, 0x88, 0x87, 0x94, 'R', 0x94)
        .op('(', 'K', 3)
        .text("<")
        .op('N', 'N', 'N', 'J', 0xff, 0xff, 0xff, 0xff, 'J', 0xff, 0xff, 0xff, 0xff, 'K', 0)
        .op('t', 0x94, 'b');
  }

  /** An array of float64 as numpy pickles it. */
  Pickles array(double... values) {
    return global("numpy._core.multiarray", "_reconstruct")
        .global("numpy", "ndarray")
        .op('K', 0, 0x85, 0x94)
        .op('C', 1, 'b', 0x94, 0x87, 0x94, 'R', 0x94)
        .op('(', 'K', 1, 'K', values.length, 0x85, 0x94)
        .dtype("f8")
        .op(0x89)
        .bytes(new byte[values.length * Double.BYTES])
        .op('t', 0x94, 'b');
  }

  /** A standard scaler in a pipeline, in the shape in which scikit-learn pickles it. */
  static byte[] clean() {
    return begin()
        .global("sklearn.pipeline", "Pipeline")
        .op(')', 0x81, 0x94, '}', 0x94, '(')
        .text("steps")
        .op(']', 0x94, '(')
        .text("scale")
        .global("sklearn.preprocessing._data", "StandardScaler")
        .op(')', 0x81, 0x94, '}', 0x94, '(')
        .text("mean_")
        .array(1, 2, 3)
        .text("with_mean")
        .op(0x88)
        .op('u', 'b', 0x86, 0x94)
        .text("model")
        .global("sklearn.linear_model._logistic", "LogisticRegression")
        .op(')', 0x81, 0x94, '}', 0x94, '(')
        .text("C")
        .op('G', 0x3f, 0xf0, 0, 0, 0, 0, 0, 0)
        .text("max_iter")
        .op('M', 0xe8, 3)
        .op('u', 'b', 0x86, 0x94, 'e')
        .text("verbose")
        .op(0x89, 'u', 'b')
        .end();
  }
}
