package io.sallyport.jobs.process;

import io.sallyport.rules.technical.ProcessingPlan;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which column of the submitted header plays which part.
 *
 * @param names in the order of the data set's header
 * @param label place of the label
 * @param group place of the group column, or -1
 * @param kept places of the columns that the plan does not drop, the label left out
 */
record Layout(List<String> names, int label, int group, List<Integer> kept) {

  static Layout of(ProcessingPlan plan, List<String> names) {
    int label = names.indexOf(plan.label());
    int group = plan.split().groupColumn().map(names::indexOf).orElse(-1);
    List<Integer> kept =
        IntStream.range(0, names.size())
            .filter(i -> i != label && !plan.dropColumns().contains(names.get(i)))
            .boxed()
            .toList();
    return new Layout(names, label, group, kept);
  }
}
