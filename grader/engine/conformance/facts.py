"""Prints facts about the CPython that runs it, one a line; record-facts.sh says which and where they go."""

import ctypes
import random
import sys

HEAD = 32  # sizeof(PyGC_Head) in the aligned16 layout


def word(address):
    return ctypes.c_ssize_t.from_address(address).value


def allocated(some_list):
    return word(id(some_list) + 32)


def checksum(some_list):
    return sum((i + 1) * x for i, x in enumerate(some_list)) % 1000003


def list_steps():
    """Random operations; each with its result, then size, allocated and a checksum of the items."""
    for seed in range(12):
        rng = random.Random(seed)
        print("new")
        items = []
        value = 0
        # Some sequences mostly grow, some mostly shrink, some do both in turn.
        names = rng.choice([
            ["append"] * 4 + ["extend", "insert", "pop", "popat"],
            ["append", "extend", "extend", "insert", "pop", "pop", "popat", "delete", "generator", "self", "clear"],
            ["append", "extend"] + ["pop"] * 4 + ["popat", "delete", "set", "get", "insert"],
        ])
        for _ in range(150):
            name = rng.choice(names)
            index = rng.randrange(-len(items) - 3, len(items) + 3)
            count = rng.choice([0, 1, 2, 3, 5, 8, 9, 17, 40])
            if name == "self" and len(items) > 300:
                name = "clear"
            result = "-"
            try:
                if name == "append":
                    items.append(value)
                elif name == "extend":
                    items.extend([value + k for k in range(count)])
                elif name == "generator":
                    items.extend(value + k for k in range(count))
                elif name == "self":
                    items.extend(items)
                elif name == "insert":
                    items.insert(index, value)
                elif name == "pop":
                    result = items.pop()
                elif name == "popat":
                    result = items.pop(index)
                elif name == "delete":
                    del items[index]
                elif name == "get":
                    result = items[index]
                elif name == "set":
                    items[index] = value
                else:
                    items.clear()
            except IndexError as error:
                result = "IndexError: " + str(error)
            print(name, index, count, value, len(items), allocated(items), checksum(items), result)
            value += 41


def list_makers():
    """What each way of making a list of n items allocates."""
    print("n literal sized generator comprehension repeat copy concatenate extend extend_empty_block extend_generator")
    for n in list(range(41)) + [63, 64, 65, 99, 100, 101, 255, 256, 1000]:
        source = [0] * n
        # Of variables: later compilers make a display of constants by extending from a tuple.
        literal = eval("[" + "n," * n + "]", {"n": n})
        filled = []
        filled.extend(source)
        emptied = [0]
        emptied.pop()
        emptied.extend(source)
        generated = [0, 0, 0]
        generated.extend(x for x in source)
        made = [literal, list(tuple(source)), list(x for x in source), [x for x in source], [0] * n, literal.copy(),
                literal + [0], filled, emptied, generated]
        print(n, *map(allocated, made))


def int_bytes():
    """Each int's size and its words: count of references, type, ob_size, then the bytes of the digits."""
    rng = random.Random(30)
    values = [0, 1, -1, 255, 256, 257, -5, -6]
    for bits in (15, 29, 30, 31, 32, 59, 60, 61, 63, 64, 65, 89, 90, 91, 120, 600, 2000):
        values += [2 ** bits - 1, 2 ** bits, -2 ** bits, -(2 ** bits + 1), rng.getrandbits(bits), -rng.getrandbits(bits)]
    for value in values:
        held = [int(str(value))]
        address = id(held[0])
        size = sys.getsizeof(held[0])
        count = "static" if -5 <= value <= 256 else word(address)
        kind = "int" if word(address + 8) == id(int) else "?"
        print(value, size, count, kind, word(address + 16), ctypes.string_at(address + 24, size - 24).hex() or "-")


def list_bytes():
    """Each list's words: collector's state, references, type, size, array, allocated; then what items point to."""
    one, two = 1000, 2000
    itself = []
    itself.append(itself)
    popped = [one]
    popped.pop()
    grown = []
    for _ in range(5):
        grown.append(one)
    cleared = [one]
    cleared.clear()
    for name, held in [("empty", [[]]), ("literal", [[one, two, one]]), ("grown", [grown]), ("itself", [itself]),
                       ("popped", [popped]), ("cleared", [cleared]), ("nested", [[[], [[]]]])]:
        itself = popped = grown = cleared = None
        address = id(held[0])
        array = word(address + 24)
        symbols = {id(one): "one", id(two): "two", address: "self"}
        items = [symbols.get(word(array + 8 * i), "list") for i in range(word(address + 16))]
        neighbours = "linked" if word(word(address - HEAD) + 8) == address - HEAD else "loose"
        print(name, neighbours, word(address - HEAD + 16), word(address), "list" if word(address + 8) == id(list) else "?",
              word(address + 16), "array" if array else "NULL", word(address + 32), *items)


def list_sizes():
    """sys.getsizeof of lists of n items."""
    for n in range(41):
        grown = []
        for i in range(n):
            grown.append(i)
        print(n, sys.getsizeof([0] * n), sys.getsizeof(grown))


def types():
    """The fields of type objects that say what instances look like."""
    for kind in (type, object, int, bool, list, type(None)):
        print(kind.__name__, kind.__basicsize__, kind.__itemsize__, kind.__flags__, kind.__dictoffset__,
              kind.__weakrefoffset__, kind.__base__.__name__ if kind.__base__ else "-")


def allocator():
    api = ctypes.pythonapi
    for function in (api.PyMem_Malloc, api.PyMem_Realloc):
        function.restype = ctypes.c_void_p
    api.PyMem_Malloc.argtypes = [ctypes.c_size_t]
    api.PyMem_Realloc.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
    api.PyMem_Free.argtypes = [ctypes.c_void_p]
    return api.PyMem_Malloc, api.PyMem_Realloc, api.PyMem_Free


def blocks():
    """Random malloc and free in one size class: which pool, by order of appearance, and which offset each block has."""
    malloc, _, free = allocator()
    # Arrays of C, so that keeping the books takes no block of the class that is looked at.
    live = (ctypes.c_size_t * 200)()
    pools = (ctypes.c_size_t * 200)()
    for size in (512, 464, 336):
        # Use up the pools that others left, up to a block that opens a pool that never was used.
        for _ in range(2000):
            live[0] = malloc(size)
        while live[0] % 4096 != 48:
            live[0] = malloc(size)
        count, seen = 1, 1
        pools[0] = live[0] // 4096
        rng = random.Random(size)
        print("size", size)
        for _ in range(150):
            if count and rng.random() < 0.45:
                index = rng.randrange(count)
                free(live[index])
                count -= 1
                live[index] = live[count]
                print("free", index)
            else:
                block = live[count] = malloc(size)
                count += 1
                pool = 0
                while pool < seen and pools[pool] != block // 4096:
                    pool += 1
                if pool == seen:
                    pools[pool] = block // 4096
                    seen += 1
                print("malloc", pool, block % 4096)


def block_moves():
    """From which size to which size realloc moves a block."""
    malloc, realloc, free = allocator()
    for old in (16, 17, 48, 64, 100, 160, 256, 400, 512):
        stays = []
        for new in range(1, 521):
            block = malloc(old)
            resized = realloc(block, new)
            if resized == block:
                stays.append(new)
            free(resized)
        print(old, min(stays), max(stays), len(stays))


globals()[sys.argv[1].replace("-", "_")]()
