package io.sallyport.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Logs a person in by the device flow. */
@Command(name = "login", description = "Log in: type a code into a browser, on any machine.")
final class Login implements Callable<Integer> {

  private final Surroundings around;

  @Mixin private Asking asking = new Asking();

  Login(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    asking.server(around).login().login(around.out());
    return 0;
  }
}
