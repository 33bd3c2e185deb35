package io.sallyport.local.aws.sagemaker;

import io.sallyport.local.aws.Table;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The resources of one kind by name, each as the answer that Describe gives. */
final class Shelf<T> {

  private final Table<T> rows;

  Shelf(Table<T> rows) {
    this.rows = rows;
  }

  Optional<T> find(String name) {
    return rows.find(name);
  }

  List<T> all() {
    return rows.all();
  }

  void put(String name, T resource) {
    rows.put(name, resource);
  }

  /** Changes the resource if it is still there; empty when it is not. */
  synchronized Optional<T> change(String name, UnaryOperator<T> how) {
    Optional<T> changed = rows.find(name).map(how);
    changed.ifPresent(resource -> rows.put(name, resource));
    return changed;
  }

  void remove(String name) {
    rows.remove(name);
  }
}
