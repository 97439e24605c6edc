package gradus.wire;

import java.nio.ByteBuffer;

/** The types without parts that a contract can name. */
enum Scalar implements ValueType {
  BOOLEAN(Boolean.class) {
    @Override
    void put(Output out, Object value) {
      out.tag((Boolean) value ? Tag.TRUE : Tag.FALSE);
    }

    @Override
    public Object read(Input in) {
      Tag tag = in.tag();
      if (tag != Tag.TRUE && tag != Tag.FALSE) {
        throw new ProtocolViolation.Mismatch("boolean", tag.words);
      }
      return tag == Tag.TRUE;
    }
  },
  INT(Integer.class) {
    @Override
    void put(Output out, Object value) {
      out.tag(Tag.INTEGER);
      out.u8((Integer) value);
    }

    @Override
    public Object read(Input in) {
      in.expect(Tag.INTEGER, "int");
      long value = in.u8();
      if (value != (int) value) {
        throw new ProtocolViolation.Mismatch("int", "the number " + value);
      }
      return (int) value;
    }
  },
  LONG(Long.class) {
    @Override
    void put(Output out, Object value) {
      out.tag(Tag.INTEGER);
      out.u8((Long) value);
    }

    @Override
    public Object read(Input in) {
      in.expect(Tag.INTEGER, "long");
      return in.u8();
    }
  },
  DOUBLE(Double.class) {
    @Override
    void put(Output out, Object value) {
      out.tag(Tag.DOUBLE);
      out.u8(Double.doubleToRawLongBits((Double) value));
    }

    @Override
    public Object read(Input in) {
      in.expect(Tag.DOUBLE, "double");
      return Double.longBitsToDouble(in.u8());
    }
  },
  STRING(String.class) {
    @Override
    void put(Output out, Object value) {
      out.tag(Tag.STRING);
      out.text((String) value);
    }

    @Override
    public Object read(Input in) {
      in.expect(Tag.STRING, "String");
      return in.text();
    }
  },
  BYTES(byte[].class) {
    @Override
    void put(Output out, Object value) {
      out.tag(Tag.BYTES);
      out.bytes((byte[]) value);
    }

    @Override
    public Object read(Input in) {
      in.expect(Tag.BYTES, "byte[]");
      return in.bytes();
    }
  },
  LONGS(long[].class) {
    @Override
    void put(Output out, Object value) {
      long[] numbers = (long[]) value;
      out.tag(Tag.LONGS);
      out.numbers(numbers.length, Long.BYTES).asLongBuffer().put(numbers);
    }

    @Override
    public Object read(Input in) {
      in.expect(Tag.LONGS, "long[]");
      ByteBuffer window = in.numbers(Long.BYTES);
      long[] numbers = new long[window.remaining() / Long.BYTES];
      window.asLongBuffer().get(numbers);
      return numbers;
    }
  },
  INTS(int[].class) {
    @Override
    void put(Output out, Object value) {
      int[] numbers = (int[]) value;
      out.tag(Tag.INTS);
      out.numbers(numbers.length, Integer.BYTES).asIntBuffer().put(numbers);
    }

    @Override
    public Object read(Input in) {
      in.expect(Tag.INTS, "int[]");
      ByteBuffer window = in.numbers(Integer.BYTES);
      int[] numbers = new int[window.remaining() / Integer.BYTES];
      window.asIntBuffer().get(numbers);
      return numbers;
    }
  },
  DOUBLES(double[].class) {
    @Override
    void put(Output out, Object value) {
      out.tag(Tag.DOUBLES);
      ByteBuffer window = out.numbers(((double[]) value).length, Double.BYTES);
      // One by one: a buffer's bulk copy may change the bits of a NaN.
      for (double number : (double[]) value) {
        window.putLong(Double.doubleToRawLongBits(number));
      }
    }

    @Override
    public Object read(Input in) {
      in.expect(Tag.DOUBLES, "double[]");
      ByteBuffer window = in.numbers(Double.BYTES);
      double[] numbers = new double[window.remaining() / Double.BYTES];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Double.longBitsToDouble(window.getLong());
      }
      return numbers;
    }
  };

  private final Class<?> type;

  Scalar(Class<?> type) {
    this.type = type;
  }

  abstract void put(Output out, Object value);

  boolean holds(@Nullable Object value) {
    return type.isInstance(value);
  }

  @Override
  public void write(Output out, @Nullable Object value) {
    if (!type.isInstance(value)) {
      throw new ProtocolViolation.Mismatch(type.getSimpleName(), ValueType.nameOf(value));
    }
    put(out, value);
  }
}
