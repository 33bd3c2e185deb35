package io.sallyport;

import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The application. */
@SpringBootApplication
@ConfigurationPropertiesScan
class Server {

  Server() {}

  static void run(List<String> arguments) {
    SpringApplication.run(Server.class, arguments.toArray(String[]::new));
  }
}
