package io.sallyport.jobs.scan;

import java.util.LinkedHashMap;
import java.util.Map;

/** Pickles that run something, or hide something, each named by its trick. Never loaded. */
final class HostilePickles {

  private HostilePickles() {}

  static Map<String, byte[]> all() {
    Map<String, byte[]> all = new LinkedHashMap<>();
    calls(all);
    opcodes(all);
    shapes(all);
    return all;
  }

  private static void calls(Map<String, byte[]> all) {
    all.put("os.system", Pickles.begin().call("posix", "system", "id").end());
    all.put("eval", Pickles.begin().call("builtins", "eval", "1").end());
    all.put(
        "import_module", Pickles.begin().call("importlib", "import_module", "antigravity").end());
    all.put(
        "spawnv_passfds",
        Pickles.begin().call("multiprocessing.util", "spawnv_passfds", "/bin/id").end());
    all.put(
        "mlflow _run_entry_point",
        Pickles.begin().call("mlflow.projects.backend.local", "_run_entry_point", "id").end());
    all.put("pandas.read_pickle", Pickles.begin().call("pandas", "read_pickle", "http://x").end());
    all.put("numpy load", Pickles.begin().call("numpy", "load", "x.npy").end());
    all.put("getattr on an allowed name", Pickles.begin().call("builtins", "getattr", "x").end());
    all.put(
        "an allowed class by a longer path",
        Pickles.begin().call("numpy", "ndarray.tofile", "x").end());
    all.put(
        "an allowed name that may not be called",
        Pickles.begin().call("numpy", "ndarray", "x").end());
    all.put(
        "a class made by REDUCE", Pickles.begin().call("sklearn.pipeline", "Pipeline", "x").end());
    all.put(
        "a function made by NEWOBJ", Pickles.begin().global("numpy", "dtype").op(')', 0x81).end());
    all.put(
        "joblib's array wrapper",
        Pickles.begin().global("joblib.numpy_pickle", "NumpyArrayWrapper").op(')', 0x81).end());
    all.put(
        "a name put together from the memo",
        Pickles.begin().text("system").text("posix").op('h', 0, 0x93).end());
    all.put("a name that is no text", Pickles.begin().op('N', 'N', 0x93).end());
    all.put("BUILD on a class", Pickles.begin().global("numpy", "dtype").op('}', 'b').end());
    all.put("BUILD on a list", Pickles.begin().op(']', '}', 'b').end());
    all.put(
        "APPEND to an object",
        Pickles.begin().global("sklearn.pipeline", "Pipeline").op(')', 0x81, 'N', 'a').end());
    all.put(
        "SETITEMS on an object",
        Pickles.begin()
            .global("sklearn.pipeline", "Pipeline")
            .op(')', 0x81, '(', 'N', 'N', 'u')
            .end());
  }

  private static void opcodes(Map<String, byte[]> all) {
    all.put("INST", Pickles.begin().op('(').text("id").ascii("iposix\nsystem\n").end());
    all.put("OBJ", Pickles.begin().ascii("(cposix\nsystem\n").text("id").op('o').end());
    all.put("GLOBAL in a newer protocol", Pickles.begin().oldGlobal("numpy", "dtype").end());
    all.put("STRING", Pickles.begin().ascii("S'posix'\n").end());
    all.put("UNICODE", Pickles.begin().ascii("Vposix\n").end());
    all.put("DUP", Pickles.begin().op('N', '2').end());
    all.put("POP", Pickles.begin().op('N', 'N', '0').end());
    all.put("EXT1", Pickles.begin().op(0x82, 1).end());
    all.put("EXT2", Pickles.begin().op(0x83, 1, 0).end());
    all.put("EXT4", Pickles.begin().op(0x84, 1, 0, 0, 0).end());
    all.put("PERSID", Pickles.begin().ascii("Pid\n").end());
    all.put("BINPERSID outside torch", Pickles.begin().op('N', 'Q').end());
    all.put("NEWOBJ_EX", Pickles.begin().op('N', 'N', 'N', 0x92).end());
    all.put("BYTEARRAY8", Pickles.begin().op(0x96, 0, 0, 0, 0, 0, 0, 0, 0).end());
    all.put("NEXT_BUFFER", Pickles.begin().op(0x97).end());
    all.put("memo of both kinds", Pickles.begin().op('N', 0x94, 'q', 9).end());
    all.put("memo that is not there", Pickles.begin().op('h', 7).end());
  }

  private static void shapes(Map<String, byte[]> all) {
    byte[] clean = Pickles.clean();
    byte[] call = Pickles.begin().call("posix", "system", "id").end();
    all.put("a second stream", TarGz.join(clean, call));
    all.put("one byte after STOP", TarGz.join(clean, new byte[1]));
    all.put("a second PROTO", Pickles.begin().op(0x80, 4, 'N').end());
    all.put("no PROTO", Pickles.empty().op('N').end());
    all.put("protocol 0", Pickles.empty().ascii("cposix\nsystem\n(S'id'\ntR").end());
    all.put("protocol 9", Pickles.empty().op(0x80, 9, 'N').end());
    all.put("no STOP", Pickles.begin().op('N').bytes());
    all.put("a frame past the end", frame(99, Pickles.empty().op('N').end()));
    all.put("a frame of negative length", frame(-1, Pickles.empty().op('N').end()));
    all.put("a frame that ends inside an opcode", frame(2, Pickles.empty().text("abc").end()));
    all.put("a frame inside a frame", frame(11, frameOnly(2, Pickles.empty().op('N').end())));
    all.put("two values at the end", Pickles.begin().op('N', 'N').end());
    all.put("an empty stack", Pickles.begin().op('R').end());
    all.put("nothing but STOP", Pickles.begin().end());
    all.put("a text longer than the file", Pickles.begin().op('X', 0xff, 0xff, 0xff, 0xff).end());
    all.put("a text that is not UTF-8", Pickles.begin().op(0x8c, 1, 0xff).end());
    all.put("an empty file", new byte[0]);
  }

  private static byte[] frame(long length, byte[] content) {
    return TarGz.join(Pickles.begin().bytes(), frameOnly(length, content));
  }

  private static byte[] frameOnly(long length, byte[] content) {
    Pickles frame = Pickles.empty().op(0x95);
    for (int shift = 0; shift < 64; shift += 8) {
      frame.op((int) (length >> shift & 0xff));
    }
    return TarGz.join(frame.bytes(), content);
  }
}
