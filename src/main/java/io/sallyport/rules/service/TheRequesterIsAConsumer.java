package io.sallyport.rules.service;

import io.sallyport.rules.Finding;
import io.sallyport.rules.Rule;
import java.util.List;

/** S14, F32: whoever asks is one of the consumers that the authorization names. */
public final class TheRequesterIsAConsumer implements Rule<InvocationFacts> {

  @Override
  public String id() {
    return "service/the-requester-is-a-consumer";
  }

  @Override
  public List<Finding> check(InvocationFacts facts) {
    return facts
        .period()
        .filter(period -> !period.consumers().contains(facts.requester()))
        .map(
            period ->
                finding(
                    facts.requester(), "not a consumer of " + facts.endpoint(), period.consumers()))
        .stream()
        .toList();
  }
}
