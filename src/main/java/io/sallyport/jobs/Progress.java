package io.sallyport.jobs;

import java.io.PrintStream;
import java.util.Locale;

/** Tells how much is done, a line {@code progress: 0.37} for each further hundredth. */
public final class Progress {

  private final PrintStream out;
  private int told = -1;

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** The share done, 0 to 1; never goes back. */
  public void at(double share) {
    int hundredths = (int) Math.floor(100 * Math.min(1, share));
    if (hundredths <= told) return;
    told = hundredths;
    out.println(String.format(Locale.ROOT, "progress: %.2f", hundredths / 100.0));
  }

  public void say(String line) {
    out.println(line);
  }
}
