package io.sallyport.local.aws.sagemaker;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The last lines a container wrote and its last {@code progress: x}, kept within a limit. The
 * emulator has no CloudWatch Logs: this is all that is kept of a job's output.
 */
final class LogTail {

  private static final int LINES_MAX = 40;
  private static final int LINE_LENGTH_MAX = 300;
  private static final String PROGRESS = "progress: ";

  private final Deque<String> lines = new ArrayDeque<>();
  private Optional<String> progress = Optional.empty();

  synchronized void add(String line) {
    if (line.startsWith(PROGRESS)) {
      progress = Optional.of(line.strip());
      return;
    }
    if (lines.size() == LINES_MAX) lines.removeFirst();
    lines.addLast(line.substring(0, Math.min(line.length(), LINE_LENGTH_MAX)));
  }

  /** The last progress line first, then the log's last lines, at most {@code lengthMax} long. */
  synchronized String text(int lengthMax) {
    String head = progress.map(line -> line + "\n").orElse("");
    String log = String.join("\n", lines);
    int room = Math.max(0, lengthMax - head.length());
    String tail = log.length() <= room ? log : log.substring(log.length() - room);
    return (head + tail).strip();
  }
}
