package io.sallyport.authority;

import java.util.List;

/** What a person asked for and waits for; the owner of the subject knows it. */
public interface Requests {

  /** The model versions that {@code subject} submitted and whose way is not over. */
  List<String> open(String subject);
}
