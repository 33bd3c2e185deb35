package io.sallyport.models;

import io.sallyport.rules.boundary.Program;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The programs of this boundary and what each may use. */
@Component
public class Programs {

  private final Settings settings;

  public Programs(Settings settings) {
    this.settings = settings;
  }

  public Optional<Program> find(String name) {
    return Optional.ofNullable(settings.programs().get(name));
  }

  /** The program of something that was accepted before. */
  public Program of(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("Program " + name + " is not configured"));
  }

  /** All of them, by name. */
  public Collection<Program> all() {
    return new TreeMap<>(settings.programs()).values();
  }
}
