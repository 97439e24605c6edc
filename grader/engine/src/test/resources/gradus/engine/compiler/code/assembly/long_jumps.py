for x in y:
    if x:
        a0 = b0
        a1 = b1
        a2 = b2
        a3 = b3
        a4 = b4
        a5 = b5
        a6 = b6
        a7 = b7
        a8 = b8
        a9 = b9
        a10 = b10
        a11 = b11
        a12 = b12
        a13 = b13
        a14 = b14
        a15 = b15
        a16 = b16
        a17 = b17
        a18 = b18
        a19 = b19
        a20 = b20
        a21 = b21
        a22 = b22
        a23 = b23
        a24 = b24
        a25 = b25
        a26 = b26
        a27 = b27
        a28 = b28
        a29 = b29
        a30 = b30
        a31 = b31
        a32 = b32
        a33 = b33
        a34 = b34
        a35 = b35
        a36 = b36
        a37 = b37
        a38 = b38
        a39 = b39
        a40 = b40
        a41 = b41
        a42 = b42
        a43 = b43
        a44 = b44
        a45 = b45
        a46 = b46
        a47 = b47
        a48 = b48
        a49 = b49
        a50 = b50
        a51 = b51
        a52 = b52
        a53 = b53
        a54 = b54
        a55 = b55
        a56 = b56
        a57 = b57
        a58 = b58
        a59 = b59
        a60 = b60
        a61 = b61
        a62 = b62
        a63 = b63
        a64 = b64
        a65 = b65
        a66 = b66
        a67 = b67
        a68 = b68
        a69 = b69
        a70 = b70
        a71 = b71
        a72 = b72
        a73 = b73
        a74 = b74
        a75 = b75
        a76 = b76
        a77 = b77
        a78 = b78
        a79 = b79
        a80 = b80
        a81 = b81
        a82 = b82
        a83 = b83
        a84 = b84
        a85 = b85
        a86 = b86
        a87 = b87
        a88 = b88
        a89 = b89
    elif y: continue
    else:
        c0(d, e, f)
        c1(d, e, f)
        c2(d, e, f)
        c3(d, e, f)
        c4(d, e, f)
        c5(d, e, f)
        c6(d, e, f)
        c7(d, e, f)
        c8(d, e, f)
        c9(d, e, f)
        c10(d, e, f)
        c11(d, e, f)
        c12(d, e, f)
        c13(d, e, f)
        c14(d, e, f)
        c15(d, e, f)
        c16(d, e, f)
        c17(d, e, f)
        c18(d, e, f)
        c19(d, e, f)
        c20(d, e, f)
        c21(d, e, f)
        c22(d, e, f)
        c23(d, e, f)
        c24(d, e, f)
        c25(d, e, f)
        c26(d, e, f)
        c27(d, e, f)
        c28(d, e, f)
        c29(d, e, f)
        c30(d, e, f)
        c31(d, e, f)
        c32(d, e, f)
        c33(d, e, f)
        c34(d, e, f)
        c35(d, e, f)
        c36(d, e, f)
        c37(d, e, f)
        c38(d, e, f)
        c39(d, e, f)
        c40(d, e, f)
        c41(d, e, f)
        c42(d, e, f)
        c43(d, e, f)
        c44(d, e, f)
        c45(d, e, f)
        c46(d, e, f)
        c47(d, e, f)
        c48(d, e, f)
        c49(d, e, f)
        c50(d, e, f)
        c51(d, e, f)
        c52(d, e, f)
        c53(d, e, f)
        c54(d, e, f)
        c55(d, e, f)
        c56(d, e, f)
        c57(d, e, f)
        c58(d, e, f)
        c59(d, e, f)
while a and b:
    x.a0 = y
    x.a1 = y
    x.a2 = y
    x.a3 = y
    x.a4 = y
    x.a5 = y
    x.a6 = y
    x.a7 = y
    x.a8 = y
    x.a9 = y
    x.a10 = y
    x.a11 = y
    x.a12 = y
    x.a13 = y
    x.a14 = y
    x.a15 = y
    x.a16 = y
    x.a17 = y
    x.a18 = y
    x.a19 = y
    x.a20 = y
    x.a21 = y
    x.a22 = y
    x.a23 = y
    x.a24 = y
    x.a25 = y
    x.a26 = y
    x.a27 = y
    x.a28 = y
    x.a29 = y
    x.a30 = y
    x.a31 = y
    x.a32 = y
    x.a33 = y
    x.a34 = y
    x.a35 = y
    x.a36 = y
    x.a37 = y
    x.a38 = y
    x.a39 = y
    x.a40 = y
    x.a41 = y
    x.a42 = y
    x.a43 = y
    x.a44 = y
    x.a45 = y
    x.a46 = y
    x.a47 = y
    x.a48 = y
    x.a49 = y
    x.a50 = y
    x.a51 = y
    x.a52 = y
    x.a53 = y
    x.a54 = y
    x.a55 = y
    x.a56 = y
    x.a57 = y
    x.a58 = y
    x.a59 = y
    x.a60 = y
    x.a61 = y
    x.a62 = y
    x.a63 = y
    x.a64 = y
    x.a65 = y
    x.a66 = y
    x.a67 = y
    x.a68 = y
    x.a69 = y
def f():
    try:
        g(0, h)
        g(1, h)
        g(2, h)
        g(3, h)
        g(4, h)
        g(5, h)
        g(6, h)
        g(7, h)
        g(8, h)
        g(9, h)
        g(10, h)
        g(11, h)
        g(12, h)
        g(13, h)
        g(14, h)
        g(15, h)
        g(16, h)
        g(17, h)
        g(18, h)
        g(19, h)
        g(20, h)
        g(21, h)
        g(22, h)
        g(23, h)
        g(24, h)
        g(25, h)
        g(26, h)
        g(27, h)
        g(28, h)
        g(29, h)
        g(30, h)
        g(31, h)
        g(32, h)
        g(33, h)
        g(34, h)
        g(35, h)
        g(36, h)
        g(37, h)
        g(38, h)
        g(39, h)
        g(40, h)
        g(41, h)
        g(42, h)
        g(43, h)
        g(44, h)
        g(45, h)
        g(46, h)
        g(47, h)
        g(48, h)
        g(49, h)
        g(50, h)
        g(51, h)
        g(52, h)
        g(53, h)
        g(54, h)
        g(55, h)
        g(56, h)
        g(57, h)
        g(58, h)
        g(59, h)
    except: return
