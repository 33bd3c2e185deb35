package io.sallyport;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
class Server {

  Server() {}

  static void run(List<String> arguments) {
    SpringApplication.run(Server.class, arguments.toArray(String[]::new));
  }
}
