package io.sallyport.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.sallyport.rules.security.ArtifactScan;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostilePickleTest {

  /** The name of each file and what the scanner says of it. */
  private static final String EXPECTED =
      """
      os.system | the name posix.system before byte 20; the limit is names of the allow-list
      eval | the name builtins.eval before byte 21; the limit is names of the allow-list
      import_module | the name importlib.import_module before byte 31; the limit is names of the allow-list
      spawnv_passfds | the name multiprocessing.util.spawnv_passfds before byte 43; the limit is names of the allow-list
      mlflow _run_entry_point | the name mlflow.projects.backend.local._run_entry_point before byte 54; the limit is names of the allow-list
      pandas.read_pickle | the name pandas.read_pickle before byte 26; the limit is names of the allow-list
      numpy load | the name numpy.load before byte 18; the limit is names of the allow-list
      getattr on an allowed name | the name builtins.getattr before byte 24; the limit is names of the allow-list
      an allowed class by a longer path | the name numpy.ndarray.tofile before byte 28; the limit is names of the allow-list
      an allowed name that may not be called | REDUCE of numpy.ndarray before byte 28; the limit is calls of the allow-list
      a class made by REDUCE | REDUCE of sklearn.pipeline.Pipeline before byte 40; the limit is calls of the allow-list
      a function made by NEWOBJ | NEWOBJ of numpy.dtype before byte 22; the limit is calls of the allow-list
      joblib's array wrapper | the name joblib.numpy_pickle.NumpyArrayWrapper before byte 45; the limit is names of the allow-list
      a name put together from the memo | the name posix.system before byte 22; the limit is names of the allow-list
      a name that is no text | DATA; the limit is one of [TEXT]
      BUILD on a class | GLOBAL numpy.dtype; the limit is one of [OBJECT]
      BUILD on a list | LIST; the limit is one of [OBJECT]
      APPEND to an object | OBJECT sklearn.pipeline.Pipeline; the limit is one of [LIST]
      SETITEMS on an object | items for sklearn.pipeline.Pipeline before byte 40; the limit is items for a dictionary
      INST | opcode 0x69 at byte 8; the limit is opcodes of clean pickles
      OBJ | opcode 0x63 at byte 3; the limit is opcodes of clean pickles
      GLOBAL in a newer protocol | opcode 0x63 at byte 2; the limit is opcodes of clean pickles
      STRING | opcode 0x53 at byte 2; the limit is opcodes of clean pickles
      UNICODE | opcode 0x56 at byte 2; the limit is opcodes of clean pickles
      DUP | opcode 0x32 at byte 3; the limit is opcodes of clean pickles
      POP | opcode 0x30 at byte 4; the limit is opcodes of clean pickles
      EXT1 | opcode 0x82 at byte 2; the limit is opcodes of clean pickles
      EXT2 | opcode 0x83 at byte 2; the limit is opcodes of clean pickles
      EXT4 | opcode 0x84 at byte 2; the limit is opcodes of clean pickles
      PERSID | opcode 0x50 at byte 2; the limit is opcodes of clean pickles
      BINPERSID outside torch | opcode 0x51 at byte 3; the limit is opcodes of clean pickles
      NEWOBJ_EX | opcode 0x92 at byte 5; the limit is opcodes of clean pickles
      BYTEARRAY8 | opcode 0x96 at byte 2; the limit is opcodes of clean pickles
      NEXT_BUFFER | opcode 0x97 at byte 2; the limit is opcodes of clean pickles
      memo of both kinds | opcode 0x71 at byte 4; the limit is opcodes of clean pickles
      memo that is not there | memo place 7; the limit is below 0
      a second stream | bytes after STOP before byte 424; the limit is nothing after STOP
      one byte after STOP | bytes after STOP before byte 424; the limit is nothing after STOP
      a second PROTO | a second PROTO before byte 3; the limit is one
      no PROTO | no PROTO first before byte 1; the limit is PROTO first
      protocol 0 | opcode 0x63 at byte 0; the limit is opcodes of clean pickles
      protocol 9 | protocol 9 before byte 2; the limit is protocols 2 to 5
      no STOP | an end before the end at byte 3; the limit is a complete pickle
      a frame past the end | a frame of 99 bytes at byte 11; the limit is frames inside the file
      a frame of negative length | a frame of -1 bytes at byte 11; the limit is frames inside the file
      a frame that ends inside an opcode | an opcode across the end of its frame at byte 16; the limit is frames with whole opcodes
      a frame inside a frame | a frame of 2 bytes at byte 20; the limit is frames inside the file
      two values at the end | more than one value at the end before byte 5; the limit is one value
      an empty stack | an empty stack; the limit is a value on the stack
      nothing but STOP | an empty stack; the limit is a value on the stack
      a text longer than the file | an end before the end at byte 7; the limit is a complete pickle
      a text that is not UTF-8 | a text that is not UTF-8; the limit is UTF-8
      an empty file | an end before the end at byte 0; the limit is a complete pickle
      """;

  private static final Map<String, byte[]> FILES = HostilePickles.all();

  static Stream<Arguments> expected() {
    return EXPECTED.lines().map(line -> Arguments.of((Object[]) line.split(" [|] ", 2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("expected")
  void S10_is_refused_with_its_reason(String name, String finding) {
    byte[] bytes = FILES.get(name);

    ArtifactScan scan = Scans.of(TarGz.of("model.pkl", bytes));

    assertThat(scan.findings())
        .hasToString("[scan/pickle: model.tar.gz!model.pkl is " + finding + "]");
  }

  @Test
  void S10_no_hostile_file_is_left_out() {
    assertThat(expected().map(each -> (String) each.get()[0]).collect(Collectors.toSet()))
        .isEqualTo(FILES.keySet());
  }
}
